"""string.Template puts values at names; what is no name is refused or left."""
from string import Template

template = Template('$who likes ${what}s, costs $$5')
print(template.substitute(who='tim', what='dog'), template.template)
print(template.substitute({'who': 'a'}, what='b'), template.safe_substitute(who='x'))
print(template.get_identifiers(), template.is_valid(), Template('$ $1').is_valid(), Template('$1 ${a b} $x').safe_substitute(x=1))
for text in ('$', 'a\nb $1', '${a', '$missing'):
    try:
        Template(text).substitute()
    except (ValueError, KeyError) as error:
        print(repr(text), type(error).__name__, error)


class Percent(Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'


print(Percent('%a_b %{c_d} %% %x').safe_substitute(a_b=1, c_d=2))
