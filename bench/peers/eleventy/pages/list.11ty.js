module.exports = class {
  data() {
    return { layout: "base.11ty.js", pagination: { data: "kinds", size: 1, alias: "kind" },
      kinds: ["articles", "who", "plans", "works"],
      eleventyComputed: { title: (d) => d.kind[0].toUpperCase() + d.kind.slice(1) }, permalink: (d) => `/${d.kind}/` };
  }
  render(data) {
    const t = data.kind === "articles";
    return `<h1>${data.title}</h1>
<ul>
${data.collections[data.kind].map((a) => `<li><a href="${a.url}">${a.data.title}</a>${t ? ` <time>${this.d(a.date)}</time>` : ""}</li>\n`).join("")}</ul>`;
  }
};
