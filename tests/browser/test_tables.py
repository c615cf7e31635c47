"""Tables that sort and lists that filter, where scripts run."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.site import Site

pytestmark = pytest.mark.browser

FIGURES = "measures/hostages-freed/"


def first_cells(page: Page) -> list[str]:
    """Return the words of the first column of the first table."""
    cells = page.locator(".bf-figures table").first.locator("tbody tr > :first-child")
    return [text.strip() for text in cells.all_inner_texts()]


def test_a_heading_sorts_its_column(site: Site, desktop: BrowserContext) -> None:
    """A click sorts up, a second one down; what is said of it is said to assistive technology too."""
    page = desktop.new_page()
    page.goto(site.url + FIGURES)
    heading = page.locator("th").first
    before = first_cells(page)
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    up = first_cells(page)
    heading.get_by_role("button").press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert sorted(up) == sorted(before)
    assert first_cells(page) == up[::-1]


def test_dates_sort_as_dates(site: Site, desktop: BrowserContext) -> None:
    """28 November stands before 29 November, whatever the letters say; one column at a time is sorted."""
    page = desktop.new_page()
    page.goto(site.url + FIGURES)
    page.locator("th").first.get_by_role("button").click()
    page.get_by_role("button", name="As of").click()
    cells = page.locator("tbody tr > :nth-child(2)")
    days = [text.strip() for text in cells.all_inner_texts()]
    assert days == sorted(days)
    assert len(set(days)) > 1
    expect(page.locator("[aria-sort]")).to_have_count(1)


def test_numbers_in_words_sort_by_their_value(site: Site, desktop: BrowserContext) -> None:
    """What is "one" stands before 17, whatever the letters say."""
    page = desktop.new_page()
    page.goto(f"{site.url}figures/")
    table = page.locator(".bf-figures table", has_text="17 Thais")
    table.locator("th").first.get_by_role("button").click()
    cells = table.locator("tbody tr > :first-child data")
    values = [float(value) for value in cells.evaluate_all("cells => cells.map((cell) => cell.value)")]
    assert len(values) > 3
    assert values == sorted(values)
    words = [text.lower() for text in cells.all_inner_texts()]
    assert next(at for at, text in enumerate(words) if "one" in text) < words.index("17 thais")


def test_dates_without_a_first_day_sort_before_their_last(site: Site, desktop: BrowserContext) -> None:
    """What is "before 24 November" stands before "24–27 November"; undated rows stand last."""
    page = desktop.new_page()
    page.goto(site.url + FIGURES)
    column = page.locator("th", has=page.get_by_role("button", name="When", exact=True))
    for direction in ("ascending", "descending"):
        column.get_by_role("button").press("Enter")
        expect(column).to_have_attribute("aria-sort", direction)
        cells = [text.strip() for text in page.locator("tbody tr > :nth-child(4)").all_inner_texts()]
        dated = [text for text in cells if text]
        assert cells[: len(dated)] == dated
        assert (dated.index("before 24 November 2023") < dated.index("24–27 November 2023")) is (
            direction == "ascending"
        )


def test_words_filter_the_rows(site: Site, desktop: BrowserContext) -> None:
    """Rows without all of the words go, how many are left is said, and nothing typed brings all back."""
    page = desktop.new_page()
    page.goto(f"{site.url}quotes/")
    rows = page.locator(".bf-quotes li")
    total = rows.count()
    page.get_by_label("Filter this page").fill("BREXIT done")
    expect(page.locator(".bf-quotes li:visible")).to_have_count(1)
    expect(page.locator(".bf-filter").get_by_role("status")).to_have_text(f"1 of {total} rows on this page")
    page.get_by_label("Filter this page").fill("")
    expect(page.locator(".bf-quotes li:visible")).to_have_count(total)


def test_the_figures_of_a_measure_are_filtered(site: Site, desktop: BrowserContext) -> None:
    """A long table of a measure, and the page of an actor, have a filter of their own."""
    page = desktop.new_page()
    page.goto(site.url + FIGURES)
    rows = page.locator(".bf-figures tbody tr")
    assert rows.count() >= 8
    page.get_by_label("Filter this page").press_sequentially("condition")
    expect(page.locator(".bf-figures tbody tr:visible")).to_have_count(
        rows.filter(has_text="condition").count()
    )
    page.goto(f"{site.url}actors/ansari/")
    expect(page.get_by_label("Filter this page")).to_be_visible()


def test_nothing_is_missing_without_scripts(site: Site, chromium_without_javascript: BrowserContext) -> None:
    """All rows are there, in the order of the page, and no control that does nothing."""
    page = chromium_without_javascript.new_page()
    page.goto(site.url + FIGURES)
    assert len(first_cells(page)) > 3
    assert page.locator(".bf-sort, .bf-filter input").count() == 0
