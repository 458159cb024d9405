"""WSGI entry point, for gunicorn and any other server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "catalogue.settings")

application = get_wsgi_application()

from catalogue.search import serve  # noqa: E402  models can be imported from here on only
from catalogue.warming import warm  # noqa: E402

serve()
warm(application)
