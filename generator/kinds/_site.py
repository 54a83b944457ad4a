"""content/site.yml: whose site this is."""

from pydantic import Field

from generator.kinds._base import Model, Text, Url


class Site(Model):
    """What every page says about its publisher.

    Attributes:
        name: name of the site, in the header.
        body: the bureau that publishes it.
        region: where it serves.
        summary: one sentence on the home page.
        contact: where a reader reports a mistake.
        url: the address it is served from, where known.
        synonyms: everyday word to the words of the law, for search.
    """

    name: Text = "普法"
    body: Text = "本单位"
    region: Text = ""
    summary: Text = ""
    contact: Text = ""
    url: Url | None = None
    synonyms: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
