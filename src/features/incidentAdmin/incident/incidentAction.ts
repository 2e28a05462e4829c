/** What opens a dialog about an incident. */
export type IncidentAction = 'delete' | 'split' | 'reopen' | 'cancel'
