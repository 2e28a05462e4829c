/** The part of oidc-provider, which ships no types, that the tests use. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Client {
    redirectUris: string[]
    postLogoutRedirectUris: string[]
  }
  interface Interaction {
    readonly prompt: { readonly name: string; readonly details: { readonly missingOIDCScope?: string[] } }
    readonly params: Readonly<Record<string, string>>
    readonly session?: { readonly accountId: string }
    readonly grantId?: string
  }
  interface Grant {
    addOIDCScope(scope: string): void
    addResourceScope(resource: string, scope: string): void
    save(): Promise<string>
  }
  export default class Provider {
    constructor(issuer: string, configuration: object)
    callback(): (message: IncomingMessage, answer: ServerResponse) => void
    readonly Client: { find(id: string): Promise<Client> }
    readonly Grant: { new (of: { accountId: string; clientId: string }): Grant; find(id: string): Promise<Grant | undefined> }
    interactionDetails(message: IncomingMessage, answer: ServerResponse): Promise<Interaction>
    interactionFinished(
      message: IncomingMessage,
      answer: ServerResponse,
      result: object,
      options?: { mergeWithLastSubmission: boolean },
    ): Promise<void>
  }
}
