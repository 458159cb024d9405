"""Whatever is asked of the API, it answers as its own description says, and never fails."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture
def _kept_connection():
    """A request through WSGI ends by closing its connection, and the test's transaction with it: not here."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


pytestmark = pytest.mark.usefixtures("catalogue_db", "_kept_connection")
described = schemathesis.openapi.from_wsgi("/api/schema/", get_wsgi_application())


@described.include(method="GET").parametrize()
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case):
    case.validate_response(case.call(), checks=CHECKS)
