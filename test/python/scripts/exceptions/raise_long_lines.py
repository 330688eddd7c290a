def   f( a ,  b ) :   return   a   %   b   # spaced
x = {'key': [1, 2, {'inner': (lambda q: f(q, 0))}]}
y = x['key'][2]['inner']( 5 ) ;  z = 1
