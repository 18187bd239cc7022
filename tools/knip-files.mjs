// Reporter for knip: says how many files it looked at, which its own reporters do not.
export default ({ counters }) => console.log(`unused: saw ${counters.total} files`);
