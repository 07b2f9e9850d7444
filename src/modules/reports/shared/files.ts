/** Of a file attached to a report; bytes, and the same limit stands in the table. */
export const maxFileBytes = 10_000_000

export const maxFiles = 20
