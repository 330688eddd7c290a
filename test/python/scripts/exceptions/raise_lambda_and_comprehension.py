table = [[1, 2], [3, 'x']]
total = sum(
    cell * 2 if isinstance(cell, int) else cell + 1
    for row in table
    for cell in row
)
