"""A guide (合规指南): what an industry has to know, as Markdown with front matter."""

from generator.kinds._base import Kind, Record, Ref, Text


class Guide(Record):
    """A compliance guide.

    Attributes:
        title: name as shown.
        industry: whom it addresses.
        summary: am I meant, in one or two sentences.
        obligations: what must be done.
        conducts: the commonest breaches, most usual first.
        checklist: to tick off, in plain words.
        related: other guides.
        body: Markdown, sanitised where it is shown.
    """

    title: Text
    industry: Ref("industry")  # type: ignore[valid-type]
    summary: Text
    obligations: tuple[Ref("obligation"), ...] = ()  # type: ignore[valid-type]
    conducts: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]
    checklist: tuple[Text, ...] = ()
    related: tuple[Ref("guide"), ...] = ()  # type: ignore[valid-type]
    body: str = ""


KIND = Kind("guide", "合规指南", "content/guides", Guide, form="markdown", sourced=False)
