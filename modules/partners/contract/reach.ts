/** What an address may be (可以对接的地址): what the operator named, and in a demo this machine itself. */
export type Reach = { readonly origins: readonly string[]; readonly isDemo: boolean };
