import { h } from '#h'

/** A section of the page with its title, by which it is called. */
export const drawSection = ({ id, text }: { readonly id: string; readonly text: string }, content: JSX.Node) => (
  <section class="section" aria-labelledby={id}>
    <div class="section-head">
      <h2 id={id}>{text}</h2>
    </div>
    {content}
  </section>
)

/** A statement in place of content, about what is not known (StateNotice.vue). */
export const drawNotice = (text: string, role?: 'alert') => (
  <div class="card pub-notice is-unknown" role={role}>
    <p>{text}</p>
  </div>
)
