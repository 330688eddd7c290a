if True:
	x = 'äöü€😀'
	def f(名前):
		return 名前['ключ'] + x
f({}) ; print('ä')
