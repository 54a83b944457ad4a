import contextlib
import io
import json
import time
import warnings
import zipfile
from pathlib import Path

import pytest
import typst
from pypdf import PdfWriter
from pypdf.generic import NameObject, NumberObject, StreamObject
from typer.testing import CliRunner

from generator.cli import make_app
from generator.importing.base import Refused
from generator.importing.files import read_text
from generator.importing.law import of_text
from generator.keeping.package import packed

BODY = [
    "试验河条例",
    "（2020年1月2日通过）",
    "第一条　河要清，不得倒垃圾，不得洗油桶。",
    "第二条　岸要绿，不得挖沙。自2020年3月1日起施行。",
    "本条例由河长解释，各村照办，每年检查一次。",
]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(paragraphs: list[str], space: str = W, more: dict[str, bytes] | None = None, head: str = "") -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    document = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return packed({"word/document.xml": document.encode(), **(more or {})})


FORMS = {
    "法.docx": docx(BODY),
    "严格.docx": docx(BODY, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    "法.txt": "\r\n".join(BODY).encode("gb18030"),
    "标记.txt": "\n".join(BODY).encode("utf-16"),
    "法.md": "\n\n".join(["# " + BODY[0], *BODY[1:]]).encode(),
    "法.html": (
        "<html><head><title>x</title><script>var 第一条='x'</script></head><body><nav>首页</nav>"
        + "".join(f"<p>{x}</p>" for x in BODY)
    ).encode(),
    "声明.html": (
        "<?xml version='1.0'?><!-- > --><!DOCTYPE html PUBLIC '-//x' 'x.dtd' [ <!ELEMENT x ANY> ]><html><body>"
        + "".join(f"<p>{x}</p>" for x in BODY)
    ).encode(),
    "国标.htm": ('<meta charset="gb2312"><body>' + "<br>".join(BODY)).encode("gb18030"),
}


def pdf(paragraphs: list[str]) -> bytes:
    """A file with a text layer."""
    return typst.compile(("#set page(height: 6cm)\n" + "\n\n".join(paragraphs)).encode(), format="pdf")


def written(encoding: str, declared: str | None = None) -> bytes:
    """A document whose XML stands in another encoding and declares an entity."""
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    text = f'<?xml version="1.0" encoding="{declared or encoding}"?>{entity}<w:document xmlns:w="{W}"><w:body/></w:document>'
    return packed({"word/document.xml": text.encode(encoding)})


def twice() -> bytes:
    """A package with two parts of one name, of which programs read one or the other."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for word in ("甲", "乙"):
            package.writestr("word/document.xml", word)
    return whole.getvalue()


def one_stream_for_many_pages() -> bytes:
    """A small file whose 1,900 pages all draw one large stream."""
    writer = PdfWriter()
    page = writer.add_blank_page(99, 99)
    stream = StreamObject()
    stream.set_data(b"BT (abc) Tj ET " * 40_000)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    for _ in range(1_900):
        writer._pages.get_object()["/Kids"].append(page.indirect_reference)
    writer._pages.get_object()[NameObject("/Count")] = NumberObject(1_901)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


HARMFUL = {
    "十六位.docx": (written("utf-16"), "实体"),
    "十六位无标记.docx": (written("utf-16-le", "utf-16"), "实体"),
    "三十二位.docx": (written("utf-32"), "实体"),
    "别的编码.docx": (packed({"word/document.xml": b'<?xml version="1.0" encoding="UTF-7"?>+ADw-x+AD4-'}), "编码"),
    "注释之后.docx": (docx(BODY, head=f"<!--{'x' * 9000}--><!DOCTYPE x SYSTEM 'http://127.0.0.1/x.dtd'>"), "实体"),
    "同名.docx": (twice(), "同名"),
    "段落.docx": (docx(["条"] * 110_000), "万段"),
    "标记.docx": (docx(["".join(f"{n % 9}</w:t><w:br/><w:t>" for n in range(400_000))]), "标记"),
    "实体.html": (
        "<!DOCTYPE html [ <!ENTITY a SYSTEM 'file:///etc/passwd'> ]><p>试验条例</p>".encode("utf-16"),
        "实体",
    ),
    "实体在后.html": ("<!DOCTYPE x [ <!-- ] --> <!ENTITY a 'b'> ]><p>试验条例</p>".encode(), "实体"),
    "换行.html": (b"<p>x</p>" + b"<br>" * 1_000_001, "标记"),
    "空行.txt": (b"\n" * 3_000_000, "万段"),
    "条文.txt": (("第一条 试验。\n" * 110_000).encode(), "万段"),
    "同一页.pdf": (one_stream_for_many_pages(), "过大"),
    "炸弹.docx": (docx(BODY, more={"a.xml": b"0" * 60_000_000}), "压缩"),
    "宏.docx": (docx(BODY, more={"word/vbaProject.bin": b"x"}), "宏"),
    "路径.docx": (docx(BODY, more={"../../x": b"x"}), "路径"),
    "实体.docx": (docx(BODY, head='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), "实体"),
    "旧.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "密码"),
    "坏.docx": (docx(BODY)[:200], "损坏"),
    "别的.docx": (b"PK\x05\x06" + b"\0" * 18, "不符"),
    "旧.doc": (b"x", "docx"),
    "坏.pdf": (b"%PDF-1.4 nothing", "PDF"),
    "二进制.txt": (b"a\0b", "文本"),
    "没有扩展名": (b"x", "扩展名"),
}


def test_a_pdf_with_a_text_layer_gives_the_same_law_and_one_without_is_refused(tmp_path: Path) -> None:
    (tmp_path / "法.pdf").write_bytes(pdf(BODY))
    text = read_text(tmp_path / "法.pdf")
    law = of_text(text, "法.pdf", {}).told()
    assert (law["title"], law["articles"], law["effective"]) == ("试验河条例", 2, "2020-03-01")
    (tmp_path / "空.pdf").write_bytes(pdf([]))
    with pytest.raises(Refused, match="文字"):
        read_text(tmp_path / "空.pdf")
    writer = PdfWriter(io.BytesIO(pdf(BODY)))
    writer.encrypt("密")
    writer.write(tmp_path / "密.pdf")
    with pytest.raises(Refused, match="密码"):
        read_text(tmp_path / "密.pdf")


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_same_law(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FORMS[name])
    done = CliRunner().invoke(make_app(), ["import", "law", str(tmp_path / name), "--json", "-p", str(tmp_path)])
    told = json.loads(done.stdout)
    assert (told["title"], told["articles"], told["effective"]) == ("试验河条例", 2, "2020-03-01")


@pytest.mark.parametrize("name", HARMFUL)
def test_what_is_harmful_or_damaged_is_refused_with_the_reason(name: str, tmp_path: Path) -> None:
    content, reason = HARMFUL[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Refused, match=reason):
        read_text(tmp_path / name)


def test_a_folder_of_many_files_is_read_in_order_and_one_bad_file_does_not_stop_it(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(
            "\n".join(BODY).replace("河条例", f"河{number}条例"), encoding="utf-8"
        )
    (tmp_path / "03.txt").write_bytes(b"a\0")
    done = CliRunner().invoke(make_app(), ["import", "law", str(tmp_path), "--json", "-q"])
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["title"] for one in told[:5]] == ["试验河0条例", "试验河1条例", "试验河2条例", None, "试验河4条例"]
    assert done.exit_code == 1
    assert "E801" in done.stderr


def test_cite_prints_columns_of_the_file_itself(tmp_path: Path) -> None:
    (tmp_path / "讲稿.md").write_text("依照《\u200b水法》第三\u200b条处罚\n", encoding="utf-8")
    done = CliRunner().invoke(make_app(), ["cite", str(tmp_path / "讲稿.md"), "--json", "-p", str(tmp_path)])
    told = json.loads(done.stdout)
    assert (told["line"], told["start"], told["end"], told["article"]) == (1, 2, 11, "第三条")
    assert told["law_resolved"] == "中华人民共和国水法"


@pytest.mark.parametrize("part", ["<!DOCTYPE [", "<!--", "<!-- -->", "<!DOCTYPE x [ <!-- -->"])
def test_a_prologue_without_end_takes_no_long_time(part: str, tmp_path: Path) -> None:
    (tmp_path / "长.html").write_text(part * 200_000, encoding="utf-8")
    started = time.process_time()
    with contextlib.suppress(Refused):
        read_text(tmp_path / "长.html")
    assert time.process_time() - started < 20


def test_what_content_controls_hold_is_read_once(tmp_path: Path) -> None:
    within = "<w:sdt><w:sdtContent><w:sdt><w:sdtContent><w:p><w:r><w:t>河</w:t></w:r></w:p></w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    document = f'<w:document xmlns:w="{W}"><w:body>{within}</w:body></w:document>'
    (tmp_path / "法.docx").write_bytes(packed({"word/document.xml": document.encode()}))
    assert read_text(tmp_path / "法.docx").lines == ("河",)
