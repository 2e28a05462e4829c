// npm run generate:config: rewrites the JSON schema, the examples and docs/configuration.md.
import { writeFile } from 'node:fs/promises'
import { configurationPage, toJson } from './configurationPage'
import { exampleConfig, exampleOfSeveral } from './exampleConfig'
import { createJsonSchema } from './jsonSchema'

/** Content of every file that follows from the schema, by its path in the project. */
export const createGeneratedFiles = (): Readonly<Record<string, string>> => {
  const schema = createJsonSchema()
  return {
    'public/config.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
    'public/config.example.json': toJson(exampleConfig),
    'public/config.providers.example.json': toJson(exampleOfSeveral),
    'docs/configuration.md': configurationPage(schema),
  }
}

export async function main(): Promise<void> {
  for (const [path, content] of Object.entries(createGeneratedFiles())) await writeFile(path, content)
}
