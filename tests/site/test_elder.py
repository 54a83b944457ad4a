"""长者模式 in the sheets: rules of narrow screens hold, those of wide ones do not, and all else is as it was."""

import pytest

from generator.site.elder import with_elder


@pytest.mark.parametrize(
    ("sheet", "made"),
    [
        ("p{top:0}", "p{top:0}"),
        ("@media print{p{top:0}}", "@media print{p{top:0}}"),
        (
            "@media screen and (max-width: 52rem){p,.a > b{top:0}}",
            "@media screen and (max-width: 52rem){p,.a > b{top:0}}\n"
            "@media screen{:where([data-pf-elder]) p,:where([data-pf-elder]) .a > b{top:0}}",
        ),
        (
            "@media (max-width:9rem){html{top:0}.pf-js p{top:0}.pf-jsx{top:0}}",
            "@media (max-width:9rem){html{top:0}.pf-js p{top:0}.pf-jsx{top:0}}\n"
            "@media screen{html:where([data-pf-elder]){top:0}.pf-js:where([data-pf-elder]) p{top:0}:where([data-pf-elder]) .pf-jsx{top:0}}",
        ),
        ("@media (min-width:9rem){p{top:0}}", "@media (min-width:9rem){:where(html:not([data-pf-elder])) p{top:0}}"),
        (
            "@media (min-width:9rem), print{p{top:0}}",
            "@media print{p{top:0}}\n@media (min-width:9rem){:where(html:not([data-pf-elder])) p{top:0}}",
        ),
    ],
)
def test_rules_of_a_phone_hold_on_any_screen(sheet: str, made: str) -> None:
    assert with_elder(sheet) == made
