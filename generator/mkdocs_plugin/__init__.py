"""The MkDocs adapter: hands the site's pages to MkDocs, runs it, and says in Chinese what it has to say.

Only this package imports mkdocs, so that the day MkDocs ends only this package goes.
"""

from generator.mkdocs_plugin.plugin import FILES, PufaPlugin
from generator.mkdocs_plugin.running import build_site, check_settings, serve_site

__all__ = ["FILES", "PufaPlugin", "build_site", "check_settings", "serve_site"]
