"""Staff at work: an edit made in the admin shows on the public page and in the search at once."""

import re

import pytest
from playwright.sync_api import Page, expect

from .pages import follow, log_in

pytestmark = pytest.mark.browser


def test_an_edit_is_public_and_found_at_once(page: Page):
    log_in(page)
    page.goto("/admin/catalogue/casestudy/?q=驻马店")
    follow(page.locator("#result_list tbody th a").first)
    page.fill("#id_title", "驻马店市：窗口审批绿孔雀试点")
    page.check("#id_confirmed")
    follow(page.locator("input[name=_continue]").first)
    expect(page.locator(".messagelist .success")).to_be_visible()

    follow(page.get_by_role("link", name="在站点上查看"))
    expect(page.get_by_role("heading", level=1)).to_have_text("驻马店市：窗口审批绿孔雀试点")
    expect(page.get_by_text("机器识读，未经核对")).to_have_count(0)
    follow(page.get_by_role("link", name="编辑本案例"))
    expect(page).to_have_url(re.compile(r"/admin/catalogue/casestudy/\d+/change/"))

    page.goto("/cases/?q=绿孔雀")
    assert page.locator("[data-total]").get_attribute("data-total") == "1"
    page.goto("/admin/catalogue/casestudy/?q=绿孔雀")
    follow(page.locator("#result_list tbody th a").first)
    follow(page.get_by_role("link", name="历史"))
    expect(page.locator("#change-history")).to_contain_text("bianji")


def test_the_outline_is_rebuilt_from_levels(page: Page):
    log_in(page)
    page.goto("/admin/catalogue/casestudy/?q=洮南")
    follow(page.locator("#result_list tbody th a").first)
    level = page.locator("#id_measures-1-level")
    page.locator("#measures-group details").first.evaluate("d => d.open = true")
    level.fill("2")
    follow(page.locator("input[name=_continue]").first)
    expect(page.locator(".messagelist .success")).to_be_visible()
    follow(page.get_by_role("link", name="在站点上查看"))
    expect(page.locator(".measures .measures").first).to_be_visible()


def test_too_many_wrong_passwords_lock_the_door(page: Page):
    for _ in range(6):
        page.goto("/admin/login/")
        page.fill("input[name=username]", "nobody")
        page.fill("input[name=password]", "wrong")
        follow(page.locator("[type=submit]"))
    expect(page.locator("body")).to_contain_text("登录")
    assert page.evaluate("performance.getEntriesByType('navigation')[0].responseStatus") == 429
