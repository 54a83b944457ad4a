"""The authority of a penalty stands in the cited article, and so does the body to which the case is passed on.

Some laws name one body for all their penalties (治安管理处罚由县级以上地方人民政府公安机关决定).  Such a clause serves for an
article, and 本法规定的行政处罚由……决定 for a paragraph, that names nobody; a clause that only says which section applies does not.
"""

import re
from collections.abc import Iterator

from generator.auditing.article import OfficialArticle
from generator.auditing.checks._base import Check
from generator.auditing.fines import text_for
from generator.auditing.governing import given_to
from generator.auditing.lookup import article_of, day_of
from generator.auditing.official import Edition, Official
from generator.auditing.stands import any_body, body_cut, body_stands
from generator.kinds.penalty import Penalty
from generator.library import Library
from generator.problems import Problem

#: A body acts in the article: 由生态环境主管部门责令 …
_BY = re.compile(r"由[^，；。]{0,60}(?:机关|部门|机构|政府)")


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E607 for each authority and each referral that the article does not name."""
    for entry in library.penalties:
        basis = entry.penalty.basis
        edition = official.edition(library.regulation(basis.regulation), day_of(library, entry.conduct))
        article = article_of(library, official, entry.conduct, basis)
        if article is None or edition is None:
            continue
        cited = library.cite(basis)
        for index, name in enumerate(entry.penalty.authority):
            if any_body(name) and body_cut(name, article.text):
                at = entry.conduct.place("penalties", entry.index, "authority", index)
                yield Problem(at, "E607", f"机关“{name}”只是{cited}中名称的末尾", "写全是什么部门。")
                continue
            if given_to(name, basis, article, edition):
                continue
            if not body_stands(name, article.text) and not _decides(name, article, edition):
                at = entry.conduct.place("penalties", entry.index, "authority", index)
                yield Problem(at, "E607", f"机关“{name}”不在{cited}中", "用条文中的名称，一字不改。")
            elif _acts(name, article) and not body_stands(name, _until_last_amount(entry.penalty, article)):
                at = entry.conduct.place("penalties", entry.index, "authority", index)
                yield Problem(
                    at, "E607", f"{cited}中这些处罚不由“{name}”作出", "写在处罚之前的机关，才是作出处罚的机关。"
                )
        referral = entry.penalty.referral
        if referral and not body_stands(referral, article.text):
            at = entry.conduct.place("penalties", entry.index, "referral")
            yield Problem(at, "E607", f"移送的机关“{referral}”不在{cited}中", "条文没有写移送的，不写 referral。")


def _acts(name: str, article: OfficialArticle) -> bool:
    """Whether the article names it as more than whom somebody tells something, where it says of nobody that he acts."""
    if not body_stands(name, article.text):
        return False
    return bool(_BY.search(article.text)) or body_stands(
        name, re.sub(f"(?:向|通知|报告?|经){re.escape(name)}", "", article.text)
    )


def _until_last_amount(penalty: Penalty, article: OfficialArticle) -> str:
    """What the authority must stand in: who fines is named before the fine, or in an earlier paragraph that goes on."""
    basis = penalty.basis
    part = article.part(basis.paragraph, basis.item) or article.whole
    text, placed = text_for(penalty, article)
    found = [one.place for one in placed if one.place is not None and one.field != "ban"]
    if not found:
        return article.text
    earlier = "\n".join(one.text for one in article.paragraphs[: (basis.paragraph or 1) - 1])
    return "\n".join([earlier, part.text if text.text != part.text else "", text.text[: max(found)]])


def _decides(name: str, article: OfficialArticle, edition: Edition) -> bool:
    """Whether the article names no body, and the law gives all its penalties to ``name``."""
    if _BY.search(article.text):
        return False
    clause = re.compile(rf"处罚由[^，；。]{{0,30}}{re.escape(name)}决定|由{re.escape(name)}处罚")
    return any(clause.search(other.text) for other in edition.articles.values())


CHECK = Check("authorities", "机关在所引条文中", ("E607",), run)
