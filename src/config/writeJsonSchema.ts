// npm run generate:config: rewrites the JSON schema, the example and the table of keys in README.
import { readFile, writeFile } from 'node:fs/promises'
import { createGeneratedFiles } from './generatedFiles'

for (const [path, content] of Object.entries(createGeneratedFiles(await readFile('README.md', 'utf8')))) {
  await writeFile(path, content)
}
