"""Staff upload files: with the keyboard, without scripts, on a phone; a process of the site's own reads them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .pages import follow, log_in

pytestmark = pytest.mark.browser

CASE = """湖南省株洲市优化获得电力服务

2021年，株洲市把办电作为优化营商环境的重点，推出一批新做法。

一、压减办电环节
低压办电由5个环节压减到2个环节，企业线上提交一次申请即可。
"""


def test_from_the_button_to_the_published_case(page: Page, tmp_path: Path):
    (tmp_path / "办电.txt").write_text(CASE, "utf-8")
    (tmp_path / "空.pdf").write_bytes(b"")
    log_in(page)
    page.goto("/admin/catalogue/source/")
    follow(page.get_by_role("link", name="上传文件"))
    page.get_by_label("文件").set_input_files([tmp_path / "办电.txt", tmp_path / "空.pdf"])
    page.get_by_label("文件").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="上传")).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".messagelist .success")).to_have_text("已收到 2 个文件。")
    wait_for_report(page)
    expect(page.locator("body")).to_contain_text("未能收入：文件是空的")

    follow(page.get_by_role("link", name="1 个案例待审核"))
    page.get_by_role("row", name="株洲").get_by_role("checkbox").check()
    page.select_option("select[name=action]", label="发布")
    follow(page.get_by_role("button", name="执行"))
    page.goto("/cases/?q=株洲 办电环节")
    assert page.locator("[data-total]").get_attribute("data-total") == "1"


def wait_for_report(page: Page) -> None:
    """As staff do: by loading the page again."""
    for _ in range(120):
        if page.locator("#run-documents").count():
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError("no report within a minute")


def test_without_scripts_and_narrow(browser: Browser, base_url: str, tmp_path: Path):
    (tmp_path / "用电.txt").write_text(CASE.replace("株洲", "湘潭"), "utf-8")
    context = browser.new_context(
        base_url=base_url, java_script_enabled=False, viewport={"width": 390, "height": 800}, locale="zh-CN"
    )
    page = context.new_page()
    log_in(page)
    page.goto("/admin/catalogue/source/upload/")
    page.get_by_label("文件").set_input_files([tmp_path / "用电.txt"])
    follow(page.get_by_role("button", name="上传"))
    expect(page.locator(".messagelist .success")).to_have_text("已收到 1 个文件。")
    wait_for_report(page)
    context.close()
