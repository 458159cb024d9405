"""No page breaks its own content security policy or throws: the fixture `no_complaints` fails where one does."""

import pytest
from playwright.sync_api import Page

from .pages import ADMIN, PUBLIC, follow, log_in

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", PUBLIC.values(), ids=PUBLIC.keys())
def test_public_pages(page: Page, path: str):
    page.goto(path)
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("path", ADMIN.values(), ids=ADMIN.keys())
def test_admin_pages(page: Page, path: str):
    log_in(page)
    page.goto(path)
    page.wait_for_load_state("networkidle")


def test_the_change_form_and_the_history_of_a_case(page: Page):
    log_in(page)
    page.goto("/admin/catalogue/casestudy/")
    follow(page.locator("#result_list tbody th a").first)
    page.wait_for_load_state("networkidle")
    follow(page.get_by_role("link", name="历史"))
    page.wait_for_load_state("networkidle")
