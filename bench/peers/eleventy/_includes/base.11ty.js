const esc = (s) => s.replace(/&/g, "&amp;").replace(/</g, "&lt;");
module.exports = class {
  render(data) {
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(data.title)} | Bench</title>
<link rel="canonical" href="https://example.org${data.page.url}">
<link rel="stylesheet" href="/css/site.css">
<link rel="alternate" type="application/rss+xml" href="/index.xml" title="Bench">
</head>
<body>
<header><nav><a href="/">Bench</a> <a href="/articles/">Articles</a> <a href="/who/">Who</a> <a href="/plans/">Plans</a> <a href="/works/">Works</a></nav></header>
<main>
${data.content}
</main>
<footer><p>All of this is invented.</p></footer>
</body>
</html>
`;
  }
};
