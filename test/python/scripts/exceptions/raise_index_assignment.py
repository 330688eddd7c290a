rows = [(1, 2), (3, 4)]
rows[0] = [5, 6]
rows[0][1] = 7
print(rows)
rows[1][0] += 1
