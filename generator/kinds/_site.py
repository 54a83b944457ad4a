"""content/site.yml: whose site this is."""

from typing import Annotated

from pydantic import Field

from generator.kinds._base import Model, Text, Url

#: The name of a host, without https:// and what follows it.
Host = Annotated[Text, Field(pattern=r"^[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*$")]


class Site(Model):
    """What every page says about its publisher.

    Attributes:
        name: name of the site, in the header.
        body: the bureau that publishes it.
        region: where it serves.
        summary: one sentence on the home page.
        contact: where a reader reports a mistake.
        url: the address it is served from, where known.
        hosts: other hosts, such as www.gov.cn, to which guides, notes and hand-written pages may link; their parts too.
        synonyms: everyday word to the words of the law, for search.
    """

    name: Text = "普法"
    body: Text = "本单位"
    region: Text = ""
    summary: Text = ""
    contact: Text = ""
    url: Url | None = None
    hosts: tuple[Host, ...] = ()
    synonyms: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
