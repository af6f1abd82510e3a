// The plugin in a real WordPress: installed from the ZIP of the release by an administrator, used by an author, who may
// not write scripts into posts, seen by readers in each theme, and removed.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { freePort, start } from "../engines/engines.mjs";
import { until } from "../engines/until.mjs";
import { buyers } from "../engines/visitor.mjs";
import { version, wordpress } from "./wordpress.mjs";

const { chromium } = createRequire(new URL("../e2e/package.json", import.meta.url))("@playwright/test");
const LONGEST = 300_000;
const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const pictures = file(`projects/wordpress-${version}`);
const scenario = `pic-2019@2/ct-2019/on=${buyers}`;
const themes = ["twentytwentyone", "twentytwentytwo", "twentytwentythree"];

describe(`WordPress ${version}`, { timeout: LONGEST }, () => {
  let host, home, calculator, browser, admin, author;
  const posts = {};

  const signedIn = async (name) => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${host.address}/wp-login.php`);
    await page.fill("#user_login", name);
    await page.fill("#user_pass", name);
    await page.click("#wp-submit");
    await page.waitForURL(/wp-admin/);
    return page;
  };
  // The editor's own frame, where it has one.
  const canvas = async (page) => {
    await page.waitForSelector('iframe[name="editor-canvas"], .is-root-container');
    return (await page.$('iframe[name="editor-canvas"]')) ? page.frameLocator('iframe[name="editor-canvas"]') : page;
  };
  const newPost = async (page) => {
    await page.goto(`${host.address}/wp-admin/post-new.php`);
    await page.waitForFunction(() => window.wp?.data?.select("core/editor")?.getCurrentPostId?.());
    await page.evaluate(() => {
      const { dispatch, select } = window.wp.data;
      for (const scope of ["core/edit-post", "core"]) if (select("core/preferences")?.get(scope, "welcomeGuide") !== false) dispatch("core/preferences")?.set(scope, "welcomeGuide", false);
    });
    return canvas(page);
  };
  const blocks = (page) => page.evaluate(() => window.wp.data.select("core/block-editor").getBlocks().map(({ name, attributes, isValid }) => ({ name, isValid, address: attributes.address })));
  const publish = (page) =>
    page.evaluate(async () => {
      const { dispatch, select } = window.wp.data;
      dispatch("core/editor").editPost({ title: "A post", status: "publish" });
      await dispatch("core/editor").savePost();
      return select("core/editor").getCurrentPost().link;
    });
  // As the author's own editor sends it, so that WordPress takes out what authors may not write.
  const published = (content) => author.evaluate(async (content) => (await window.wp.apiFetch({ path: "/wp/v2/posts", method: "POST", data: { title: "A post", status: "publish", content } })).link, content);

  before(async () => {
    host = await wordpress();
    const port = await freePort();
    calculator = start("node", [file("../e2e/server.mjs"), `${port}`, file("../../dist")]);
    home = `http://127.0.0.1:${port}/a/sub-path/`;
    await until(() => fetch(home).then(({ ok }) => ok, () => false), true);
    browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
    mkdirSync(pictures, { recursive: true });
    [admin, author] = [await signedIn("admin"), await signedIn("author")];
  }, { timeout: LONGEST });
  after(async () => {
    await browser?.close();
    calculator?.end();
    await host?.end();
  });

  test("an administrator installs the file of the release and says where the calculator is", async () => {
    await admin.goto(`${host.address}/wp-admin/plugin-install.php?tab=upload`);
    await admin.setInputFiles("#pluginzip", file("../../dist/lawgrade-wordpress.zip"));
    await admin.click("#install-plugin-submit");
    await admin.click('a[href*="action=activate"]');
    const notice = admin.locator(".notice-warning", { hasText: "Lawgrade does not know yet where the calculator is." });
    await notice.getByRole("link", { name: "Set its address" }).click();
    await admin.screenshot({ path: `${pictures}/settings.png` });
    await admin.fill("#lawgrade_home", "nonsense here");
    await admin.locator("form").evaluate((form) => (form.noValidate = true));
    await admin.click("#submit");
    await admin.locator(".notice-error", { hasText: "This is no address of the web." }).waitFor();
    await admin.fill("#lawgrade_home", `${home}builder.html`);
    await admin.click("#submit");
    equal(await admin.inputValue("#lawgrade_home"), home);
    equal(await admin.locator(".notice-error, .notice-warning").count(), 0);
  });

  test("an author inserts the block by its name, and what is switched in it is what the post begins with", async () => {
    const place = await newPost(author);
    await place.locator(".block-editor-default-block-appender__content, [data-type='core/paragraph']").first().click();
    await author.keyboard.type("/lawgrade");
    await author.getByRole("option", { name: "Lawgrade" }).waitFor();
    await author.keyboard.press("Enter");
    const inside = place.frameLocator('[data-type="lawgrade/calculator"] iframe');
    await inside.locator('[id="component-2.1"]').getByRole("checkbox", { name: /buyers/i }).first().check();
    await until(() => blocks(author), [{ name: "lawgrade/calculator", isValid: true, address: scenario }]);
    await author.screenshot({ path: `${pictures}/editor.png` });
    await author.evaluate(() => {
      const { dispatch, select } = window.wp.data;
      dispatch("core/block-editor").selectBlock(select("core/block-editor").getBlocks()[0].clientId);
      for (const name of ["core/edit-post", "core"]) dispatch("core/interface").enableComplementaryArea(name, name === "core" ? "edit-post/block" : "edit-post/block");
    });
    const sidebar = author.locator(".interface-complementary-area");
    await sidebar.getByLabel("The provisions").uncheck();
    await sidebar.getByLabel("Light or dark").selectOption("light");
    await until(() => author.evaluate(() => window.wp.data.select("core/block-editor").getBlocks()[0].attributes.parts), "panel tools");
    await inside.locator("#grade", { hasText: "B" }).waitFor();
    await author.screenshot({ path: `${pictures}/editor-settings.png` });
    posts.block = await publish(author);
    // It is what the editor reads when it comes back.
    await author.reload();
    await until(() => blocks(author), [{ name: "lawgrade/calculator", isValid: true, address: scenario }]);
  });

  test("a pasted link becomes the block, with its scenario", async () => {
    const place = await newPost(author);
    const typed = `${home}connecticut.html#${scenario}`;
    await place.locator(".block-editor-default-block-appender__content, [data-type='core/paragraph']").first().click();
    await author.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await author.evaluate((text) => navigator.clipboard.writeText(text), typed);
    await author.keyboard.press("Control+v");
    await until(async () => (await blocks(author)).filter(({ name }) => name !== "core/paragraph"), [{ name: "lawgrade/calculator", isValid: true, address: scenario }]);
    await place.frameLocator('[data-type="lawgrade/calculator"] iframe').locator("#grade", { hasText: "B" }).waitFor();
  });

  test("the block for links shows the link's scenario in the editor", async () => {
    const place = await newPost(author);
    const link = `${home}frameworks/wbl-2020.html#wbl-2020/ke`;
    await author.evaluate((url) => window.wp.data.dispatch("core/block-editor").insertBlocks(window.wp.blocks.createBlock("core/embed", { url })), link);
    await until(() => place.locator('[data-type="core/embed"] iframe').count(), 1);
    const html = await author.evaluate((url) => window.wp.apiFetch({ path: `/oembed/1.0/proxy?url=${encodeURIComponent(url)}` }).then(({ html }) => html), link);
    match(html, /src="[^"]*frameworks\/embed-wbl-2020\.html#wbl-2020\/ke"/);
  });

  test("shortcode, link on a line, block for links and place are published by an author", async () => {
    posts.shortcode = await published(`<p>Before.</p>\n\n[lawgrade address="${scenario}" parts="panel tools" accent="#7a1f1f" theme="light"]\n\n<p>After.</p>`);
    posts.link = await published(`Before.\n\n${home}connecticut.html#${scenario}\n\nAfter.`);
    posts.embed = await published(`<!-- wp:embed {"url":"${home}connecticut.html#${scenario}"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${home}connecticut.html#${scenario}\n</div></figure>\n<!-- /wp:embed -->`);
    posts.place = await published(`<!-- wp:html -->\n<div data-lawgrade="${scenario}" data-parts="panel tools"><a href="${home}connecticut.html#${scenario}">Open the calculator</a></div>\n<!-- /wp:html -->`);
    posts.other = await published(`[lawgrade address="wbl-2020/ke"]`);
    posts.ranking = await published(`${home}frameworks/wbl-2020.html`);
    posts.page = await published(`${home}builder.html`);
    // What nobody may write comes back as text, and breaks out of nothing.
    posts.hostile = await published(`[lawgrade address='"><img src=x onerror=alert(1)>' theme='"x' accent="red;}" height="1e9"]`);
    const reader = await (await browser.newContext()).newPage();
    const asked = [];
    reader.on("request", (request) => asked.push(new URL(request.url()).origin));
    for (const [name, link] of Object.entries(posts)) {
      await reader.goto(link);
      const frame = reader.frameLocator("iframe").first();
      if (name === "page") {
        equal(await reader.locator("law-grade").count(), 0);
        continue;
      }
      if (name === "ranking") await frame.getByRole("table").first().waitFor();
      else if (name === "other") await frame.locator("#calculator :visible", { hasText: "Kenya" }).first().waitFor();
      else await frame.locator("#grade", { hasText: name === "hostile" ? "C" : "B" }).waitFor();
      equal(await reader.locator("img[src=x]").count(), 0, name);
      // The link inside is for readers without scripts.
      equal(await reader.locator("law-grade a").first().isVisible(), false, name);
    }
    deepEqual([...new Set(asked)].sort(), [new URL(home).origin, host.address].sort());
  });

  for (const theme of themes) {
    test(`readers see it as wide as the text in ${theme}, on both screens`, async () => {
      host.php(`switch_theme( '${theme}' );`);
      for (const width of [390, 1280]) {
        const reader = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
        for (const name of ["block", "shortcode", "link", "embed", "place"]) {
          await reader.goto(posts[name]);
          await reader.frameLocator("iframe").locator("#grade", { hasText: "B" }).waitFor();
          await until(() => reader.locator("iframe").first().evaluate((frame) => frame.getBoundingClientRect().height > 640), true);
          const { wide, text } = await reader.evaluate(() => {
            const element = document.querySelector("law-grade") ?? document.querySelector("[data-lawgrade]");
            const column = element.closest(".entry-content, .wp-block-post-content");
            // What the theme makes of any block of text there.
            const text = document.createElement("p");
            text.textContent = "text ".repeat(60);
            column.append(text);
            const [{ left, width }, asText] = [element.getBoundingClientRect(), text.getBoundingClientRect()];
            text.remove();
            return { wide: [Math.round(left), Math.round(width)], text: [Math.round(asText.left), Math.round(asText.width)] };
          });
          deepEqual(wide, text, `${name}, ${width}`);
          ok(wide[0] >= 0 && wide[0] + wide[1] <= width, `${name}, ${width}`);
          await reader.screenshot({ path: `${pictures}/${theme}-${name}-${width}.png` });
        }
        await reader.context().close();
      }
    });
  }

  test("it speaks Spanish where WordPress does, of whichever country", async () => {
    host.php(`update_option( 'WPLANG', 'es_MX' ); add_filter( 'locale', function () { return 'es_MX'; } );`);
    const said = host.php(`add_filter( 'locale', function () { return 'es_MX'; } ); unload_textdomain( 'lawgrade' ); switch_to_locale( 'es_MX' ); lawgrade_load_translation(); echo __( 'Open the calculator', 'lawgrade' );`, "");
    match(said, /Abrir la calculadora/);
    host.php(`update_option( 'WPLANG', '' );`);
  });

  test("where it is switched off readers have a link, and removed it leaves nothing behind", async () => {
    const left = () => ["options where option_name", "postmeta where meta_key", "usermeta where meta_key"].map((where) => host.rows(`select count(*) from wp_${where} like '%lawgrade%'`));
    deepEqual(left(), ["1", "0", "0"]);
    await admin.goto(`${host.address}/wp-admin/plugins.php`);
    await admin.locator('a[id^="deactivate-lawgrade"], a[href*="action=deactivate"][href*="lawgrade"]').click();
    const reader = await (await browser.newContext()).newPage();
    await reader.goto(posts.block);
    equal(await reader.locator("law-grade, iframe").count(), 0);
    equal(await reader.getByRole("link", { name: "Open the calculator" }).getAttribute("href"), `${home}connecticut.html#${scenario}`);
    admin.on("dialog", (dialog) => dialog.accept());
    await admin.goto(`${host.address}/wp-admin/plugins.php`);
    await admin.locator('tr[data-slug="lawgrade"] a.delete').click();
    await until(() => left(), ["0", "0", "0"]);
    equal(host.rows("select count(*) from wp_options where option_name like '%oembed%' and option_value like '%lawgrade%'"), "0");
    equal(host.log().split("\n").filter((line) => line.includes("/plugins/lawgrade/")).join("\n"), "");
  });
});
