"""`make bench`: what reading documents and answering questions costs, beside engines that people would pick instead."""
