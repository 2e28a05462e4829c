import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import ts from 'typescript'

/**
 * The rules with types read all files from one program. The language service, which the editor needs, takes the script of each .vue file
 * for a change, and checks the types of all that it uses anew: for each of these files.
 * @param {import('eslint').Linter.Config[]} configs
 * @returns {import('eslint').Linter.Config[]}
 */
export function inOneProgram(configs) {
  // An editor, and a fix, change files under the eyes of the program.
  const once = /^eslint(\.js)?$/.test(basename(process.argv[1] ?? '')) && !process.argv.some(word => word.startsWith('--fix'))
  if (!once) return configs
  const isTyped = ({ languageOptions }) => languageOptions?.parserOptions?.projectService === true
  const { parser } = configs.find(config => isTyped(config) && !config.languageOptions.parserOptions.parser).languageOptions
  const vue = configs.find(config => isTyped(config) && config.languageOptions.parserOptions.parser).languageOptions
  const shared = sharedParser(parser, vue)
  return configs.map(config => {
    if (!isTyped(config)) return config
    const { languageOptions } = config
    return languageOptions.parser === parser
      ? { ...config, languageOptions: { ...languageOptions, parser: shared } }
      : {
          ...config,
          languageOptions: { ...languageOptions, parserOptions: { ...languageOptions.parserOptions, parser: shared } },
        }
  })
}

function sharedParser(parser, vue) {
  let program
  return {
    ...parser,
    parseForESLint(code, options) {
      // Parts of a template have no types.
      if (!options.projectService) return parser.parseForESLint(code, options)
      program ??= createProgram(file => scriptOf(file, parser, vue, options))
      return program.getSourceFile(options.filePath)?.text === code
        ? parser.parseForESLint(code, { ...options, projectService: undefined, programs: [program] })
        : parser.parseForESLint(code, options)
    },
  }
}

/** What the parser of .vue files takes for the script of one. */
function scriptOf(file, parser, vue, options) {
  const text = readFileSync(file, 'utf8')
  let script = text
  const recorder = {
    parseForESLint(code, { projectService, ...rest }) {
      if (projectService) script = code
      return parser.parseForESLint(code, rest)
    },
  }
  vue.parser.parseForESLint(text, { ...options, ...vue.parserOptions, filePath: file, parser: recorder })
  return script
}

function createProgram(scriptOfVue) {
  const isVue = file => file.endsWith('.vue')
  const extra = [{ extension: '.vue', isMixedContent: false, scriptKind: ts.ScriptKind.Deferred }]
  const failed = ({ messageText }) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
  }
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(
    ts.findConfigFile('.', ts.sys.fileExists),
    { allowNonTsExtensions: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: failed },
    undefined,
    undefined,
    extra,
  )
  const host = ts.createCompilerHost(options, true)
  const fromDisk = host.getSourceFile
  host.getSourceFile = (file, version, ...rest) =>
    isVue(file)
      ? ts.createSourceFile(file, scriptOfVue(file), version, true, ts.ScriptKind.Deferred)
      : fromDisk(file, version, ...rest)
  const program = ts.createProgram(fileNames, options, host)
  // Binds the files, which gives their nodes parents.
  program.getTypeChecker()
  return program
}
