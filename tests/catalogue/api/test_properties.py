"""Whatever is asked of the API, it answers as its own description says, and never fails."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from catalogue.wsgi import application

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]

pytestmark = pytest.mark.usefixtures("catalogue_db")
described = schemathesis.openapi.from_wsgi("/api/schema/", application)


@described.include(method="GET").parametrize()
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case):
    case.validate_response(case.call(), checks=CHECKS)
