def clean():
    try:
        raise ValueError('first')
    finally:
        print('cleaning')
        {}['second']
clean()
