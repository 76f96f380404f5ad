// Where the tests' server is. With another PORT, two runs go side by side.
export const PORT = Number(process.env.PORT || 8099);
export const HOST = `127.0.0.1:${PORT}`;
/** The same server, as another origin. */
export const OTHER = `localhost:${PORT}`;
export const FOLDER = "/some/folder/";

/** The standalone page with the cards that its build puts into it. */
export const PRERENDERED = "/prerendered/";
