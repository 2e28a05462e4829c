import { configurationPage } from './configurationPage'
import { exampleConfig, exampleOfSeveral } from './exampleConfig'
import { createJsonSchema } from './jsonSchema'
import { toJson } from './toJson'

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
