"""Pages are shown with the index in step with the database."""

import pytest

from catalogue.search.index.follower import follower


@pytest.fixture(autouse=True)
def index_in_step(request: pytest.FixtureRequest) -> None:
    """What an earlier test wrote was rolled back a moment ago: look at the change log now, not in half a second."""
    if "catalogue_db" in request.fixturenames:
        request.getfixturevalue("catalogue_db")
        follower().searcher(look_now=True)
