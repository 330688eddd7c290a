"""html: characters that mean something to HTML, and named ones."""
import html

print(html.escape('<a href="x">\'&</a>'), html.escape('"\'', quote=False))
for text in ('&lt;p&gt;', '&lt', '&ltx', '&notin;', '&notit;', '&amp;amp;', '&#65;', '&#x41', '&#0;', '&#128;', '&#xD800;',
             '&#x110000;', '&foo;', '& a', '&NotEqualTilde;', '&AMP;', '&eacute;&nbsp;', '&#11;'):
    print(text, ascii(html.unescape(text)))
print(html.unescape(html.escape('<x y="1">')))
