// npm run generate:config: rewrites the JSON schema, the examples and docs/configuration.md.
import { writeFile } from 'node:fs/promises'
import { createGeneratedFiles } from './generatedFiles'

for (const [path, content] of Object.entries(createGeneratedFiles())) await writeFile(path, content)
