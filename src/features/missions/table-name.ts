/** What a table is called in a sentence: "Table A", but not "Table Table 1". */
export const tableName = (word: string, name: string): string =>
  name.toLocaleLowerCase().startsWith(word.toLocaleLowerCase()) ? name : `${word} ${name}`
