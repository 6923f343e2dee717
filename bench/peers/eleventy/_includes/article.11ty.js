module.exports = class {
  data() { return { layout: "base.11ty.js" }; }
  render(data) {
    const { who, plans, works, collections } = data;
    const aside = [["who", who], ["plans", plans], ["works", works]].filter(([, v]) => v && v.length).map(([k, v]) =>
      `<ul>\n${v.map((s) => { const e = collections.byUrl.get(`/${k}/${s}/`); return `<li><a href="${e.url}">${e.data.title}</a></li>\n`; }).join("")}</ul>\n`).join("");
    return `<article>
<h1>${data.title}</h1>
<p><time>${this.d(data.page.date)}</time> ${data.publisher}</p>
${this.autolink(data.content, collections)}
</article>
<aside>
${aside}</aside>`;
  }
};
