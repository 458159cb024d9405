from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0012_document_evidence"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="source",
            options={"ordering": ("-pk",), "verbose_name": "来源文献", "verbose_name_plural": "来源文献"},
        ),
    ]
