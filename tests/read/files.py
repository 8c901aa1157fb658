"""Files as people have them, made for the tests of reading. All people and places are invented."""

import gzip
import json

SAID = "“We will stay,” said Ola Ruz, the harbour master.\n"

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Ferry held - Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette">
<link rel="canonical" href="https://gazette.example/ferry">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ferry held at Port Ansel",
"author": [{"name": "By Mira Okon"}, {"name": "Ivo Tan"}], "datePublished": "2024-03-04T08:30:00Z"}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav>
<article><h1>Ferry held at Port Ansel</h1>
<figure><img src="a.jpg"><figcaption>The ferry on Monday. (Photo: Ola Ruz)</figcaption></figure>
<p>The ferry was held for six hours on Monday, the harbour office said, after a passenger found a crack.</p>
<p>&#8220;Nobody was in danger,&#8221; said <b>Tomas Hale</b>, the harbour master. &#8220;We took&nbsp;our time.&#8221;</p>
<h2>What passengers saw</h2>
<blockquote><p>The crew told us nothing for two hours and then they sent us home.</p></blockquote>
<blockquote class="twitter-tweet"><p>Six hours on a cold quay. <a href="x">@ferry</a></p>&mdash; Lena Brook (@lenab)</blockquote>
<ul><li>The ferry left at noon.</li><li>A second crack was found at one.</li></ul>
<p>First line of verse<br>Second line of verse</p>
<p>The operator did not answer calls. An inquiry opens on Thursday, the ministry said in a statement.</p>
</article><form><p>Sign up for our newsletter</p></form><footer><p>Copyright Harbour Gazette</p></footer></body></html>
"""


def lines(*rows) -> bytes:
    """JSON Lines of objects; bytes stand as they are."""
    return b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows) + b"\n"


def packed(data: bytes) -> bytes:
    """The same bytes as .gz, equal for equal bytes."""
    return gzip.compress(data, mtime=0)
