// Where the tests' server is. With another PORT, two runs go side by side.
export const PORT = Number(process.env.PORT || 8099);
export const HOST = `127.0.0.1:${PORT}`;
/** The same server, as another origin. */
export const OTHER = `localhost:${PORT}`;

/** The standalone page without prerendered cards. */
export const FOLDER = "/some/folder/";

/** The standalone page with prerendered cards. */
export const PRERENDERED = "/prerendered/";

/** The standalone page as its build writes it, with the demonstration's data. */
export const DEMONSTRATION = "/demonstration/";

/** The files for embedding, where README's snippet has them. */
export const EMBED = "/alesco-proposals/";

/** A snapshot for widgets in host pages. */
export const SNAPSHOT = "/snapshot/proposals.json";
