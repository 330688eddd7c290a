def key(i):
    return {0: 'a'}[i]
result = {key(i): [j / (j - 1) for j in range(3)] for i in range(2)}
