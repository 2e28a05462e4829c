/** Of this package; put in where the code is compiled (build/cli/toolSetup.mjs). */
declare const __SCS_STATUS_VERSION__: string
