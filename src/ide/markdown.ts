// Markdown that editors show as it is meant.

/** A table; where the first column is empty in all rows, without it. */
export function markdownTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const from = rows.every(([first]) => first === '') ? 1 : 0;
  const lines = [columns, columns.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.slice(from).map(cell).join(' | ')} |`,
  );
  return lines.join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}
