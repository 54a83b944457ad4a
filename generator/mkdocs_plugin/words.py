"""What MkDocs says in English, in Chinese: of the settings, of pages, and while it serves.

A sentence that no pattern knows (a new version, a plugin of others) is told as it is, marked as MkDocs's.
"""

import re
from collections.abc import Mapping

from generator.gate import printable

#: For each setting what it takes; said where MkDocs does not take what stands there.
FORMS: Mapping[str, str] = {
    "site_name": "应为网站的名称，一行文字，不能省",
    "nav": "应为菜单：每行“- 标题: 网页.md”",
    "theme": "应为主题的设置：name: material 和它的字段",
    "docs_dir": "应为已有的目录 docs",
    "site_dir": "应为目录的名字",
    "site_url": "应为以 http:// 或 https:// 开头的网址",
    "repo_url": "应为以 http:// 或 https:// 开头的网址",
    "dev_addr": "应为 主机:端口，如 127.0.0.1:8000",
    "plugins": "应为列表：每行“- 插件名”，其中有 pufa",
    "markdown_extensions": "应为列表：每行“- 扩展名”，写的扩展要装了，字段要是它有的",
    "extra_css": "应为列表：每行“- docs/ 里的样式文件”",
    "extra_javascript": "应为列表：每行“- docs/ 里的脚本文件”",
    "extra_templates": "应为列表：每行“- docs/ 里的模板文件”",
    "hooks": "应为列表：每行“- 项目里的 .py 文件”",
    "watch": "应为列表：每行“- 项目里已有的目录或文件”",
    "extra": "应为字段表（名称: 值）",
    "validation": "应为字段表，取值只有 warn、info、ignore",
    "use_directory_urls": "应为 true 或 false",
    "strict": "应为 true 或 false",
    "exclude_docs": "应为多行文字，每行一个文件名的式样",
    "draft_docs": "应为多行文字，每行一个文件名的式样",
    "not_in_nav": "应为多行文字，每行一个文件名的式样",
}
#: What MkDocs says of a setting, and how it is told where that says more than the form.
_OF_SETTINGS = (
    (r"Unrecognised theme name: '(.*?)'.*", "没有装名为“{0}”的主题"),
    (r'The "(.*?)" plugin is not installed', "没有装名为“{0}”的插件"),
    (r"Plugin '(.*?)' option '(.*?)': Unrecognised configuration name: .*", "插件“{0}”没有“{1}”这个字段"),
    (r"Plugin '(.*?)' option '(.*?)': .*", "插件“{0}”的“{1}”填得不对"),
    (r"Invalid config options for the '(.*?)' plugin\.", "插件“{0}”的设置应为字段表（名称: 值）"),
    (r"Failed to load extension '(.*?)'.*", "Markdown 扩展“{0}”没有装，或者它的字段填得不对"),
    (r"The path set in custom_dir \('(.*?)'\) does not exist\.", "custom_dir 写的目录不存在：{0}"),
    (r"The path '(.*?)' (?:isn't an existing|does not exist).*", "没有这个目录或文件：{0}"),
    (r"Unrecognised configuration name: (.*)", "没有“{0}”这个字段"),
    (r"Required configuration not provided\.", "不能省"),
)  # fmt: skip
_OF_PAGES = (
    (
        r"A reference to '(.*?)' is included in the 'nav' configuration, which is not found.*",
        "mkdocs.yml",
        "菜单里的网页不存在：{0}",
    ),
    (r"A reference to '(.*?)' is included in the 'nav' .*excluded.*", "mkdocs.yml", "菜单里的网页不会发布：{0}"),
    (r"An absolute path to '(.*?)' is included in the 'nav'.*", "mkdocs.yml", "菜单里是绝对路径：{0}"),
    (r"Doc file '(.*?)' contains an absolute link '(.*?)'.*", "docs/{0}", "链接是绝对路径，换了地方就打不开：{1}"),
    (r"Doc file '(.*?)' contains an unrecognized relative link '(.*?)'.*", "docs/{0}", "链接指向的不是文件：{1}"),
    (r"Doc file '(.*?)' contains a link '(.*?)', but the target.*is not found.*", "docs/{0}", "链接指向的文件不存在：{1}"),
    (r"Doc file '(.*?)' contains a link '(.*?)', but .*(?:anchor).*", "docs/{0}", "链接指向的小标题不存在：{1}"),
    (r"Doc file '(.*?)' contains a link '(.*?)', but .*excluded.*", "docs/{0}", "链接指向的文件不会发布：{1}"),
    (r"Excluding '(.*?)' from the site because it conflicts with '(.*?)'.*", "docs/{0}", "与 {1} 是同一个网址，没有发布"),
    (r"File not found: (.*)", "docs/{0}", "没有这个文件"),
    (r"Template skipped: '(.*?)' not found in docs_dir\.", "mkdocs.yml", "extra_templates 里的文件不存在：{0}"),
    (r"Error reading template '(.*?)'.*", "docs/{0}", "模板读不了"),
)  # fmt: skip
_WHILE_SERVING = (
    (r"Building documentation\.\.\.", "正在生成网站……"),
    (r"Serving on (\S+).*", "网站在 {0} 打开，按 Ctrl+C 结束。"),
    (r"Detected file changes", "文件变了，重新生成。"),
    (r"Reloading browsers", "网页已更新。"),
    (r"Shutting down\.\.\.", "已结束。"),
    (r"An error happened during the rebuild\..*", "没有生成，网页还是原来的；改好以后会再生成。"),
)


def of_setting(name: str, said: str) -> str:
    """Why MkDocs does not take the setting ``name``."""
    told = _matched(said, _OF_SETTINGS)
    form = FORMS.get(name.partition(".")[0], "")
    reason = told or form or f"MkDocs 不接受这个值（{_plain(said)}）"
    return f"“{printable(name)}”{'：' if told else ''}{reason}"


def of_page(said: str) -> tuple[str, str]:
    """The file that a warning of MkDocs is of, and what is wrong."""
    for pattern, file, told in _OF_PAGES:
        found = re.fullmatch(pattern, said, re.DOTALL)
        if found:
            parts = [printable(part) for part in found.groups()]
            return file.format(*parts), told.format(*parts)
    return "mkdocs.yml", f"MkDocs 提示：{_plain(said)}"


def while_serving(said: str) -> str:
    """What MkDocs tells while it serves; empty where nobody need know."""
    return _matched(said, _WHILE_SERVING)


def _matched(said: str, table: tuple[tuple[str, str], ...]) -> str:
    for pattern, told in table:
        found = re.fullmatch(pattern, said, re.DOTALL)
        if found:
            return told.format(*(printable(part) for part in found.groups()))
    return ""


def _plain(said: str) -> str:
    """The first line of what a library says, short."""
    return printable(said.strip().split("\n", 1)[0])[:200]
