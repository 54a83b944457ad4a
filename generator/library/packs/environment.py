"""The content that is kept beside this program: environmental law of the whole country, with the rules of one province."""

from pathlib import Path

from generator.library.packs._base import Pack

#: Where the program was installed from; a package without content has none there.
PACK = Pack("environment", "生态环境法律内容", Path(__file__).resolve().parents[3])
