/* select2 gives its boxes no name of their own: take it from the field's label. */

function name() {
  for (const box of document.querySelectorAll(".select2-selection__rendered:not([aria-label])")) {
    const field = box.closest(".select2")?.previousElementSibling;
    const label = field && document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
    if (label) box.setAttribute("aria-label", label.textContent.trim().replace(/[:：]$/, ""));
  }
}

/* As soon as one is made, also in a row that is added: a reader may be there before the page has loaded. */
new MutationObserver(name).observe(document.documentElement, { childList: true, subtree: true });
