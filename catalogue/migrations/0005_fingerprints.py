"""Fingerprints of the cases read before there were any."""

from django.db import migrations

from catalogue.likeness import Printing

CASES_AT_ONCE = 200


def take_fingerprints(apps, schema_editor):
    cases = apps.get_model("catalogue", "CaseStudy").objects.select_related("source").order_by("pk")
    fingerprints = apps.get_model("catalogue", "CaseFingerprint").objects
    for case in cases.defer("source__machine_reading").iterator(CASES_AT_ONCE):
        printing = Printing("\n".join(case.source.text[start:end] for start, end in case.spans))
        fingerprints.bulk_create(
            fingerprints.model(case_id=case.pk, value=value) for value in sorted(printing.fingerprint)
        )


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0004_repeats")]

    operations = [migrations.RunPython(take_fingerprints, migrations.RunPython.noop)]
