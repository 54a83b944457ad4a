"""QR codes: an address as a picture for Word and for PDF; the same address gives the same bytes."""

import io

import segno

#: White modules around a code, which readers need, and pixels of a module.
_BORDER, _SCALE = 2, 8


def png(address: str) -> bytes:
    """The code as a PNG in black and white."""
    written = io.BytesIO()
    _made(address).save(written, kind="png", scale=_SCALE, border=_BORDER)
    return written.getvalue()


def svg(address: str) -> str:
    """The code as SVG."""
    written = io.BytesIO()
    _made(address).save(written, kind="svg", border=_BORDER, xmldecl=False)
    return written.getvalue().decode()


def _made(address: str) -> segno.QRCode:
    return segno.make_qr(address, error="m")
