// gjs webkitgtk-window.js FOLDER POSITION_URL --automation
// A window of WebKitGTK that its WebDriver may drive. MiniBrowser is one, too, but leaves the question for the position
// to a bar that the driver cannot reach, and has a position only from GeoClue. This one allows it, and hands the engine
// what POSITION_URL answers, each second while a page watches.
const { ARGV, imports } = globalThis;
imports.gi.versions.Gtk = '3.0';
imports.gi.versions.Soup = '3.0';
imports.gi.versions.WebKit2 = '4.1';
const { GLib, Gtk, Soup, WebKit2 } = imports.gi;

const [folder, positionUrl] = ARGV;
const EVERY_MS = 1_000;

Gtk.init(null);
const website_data_manager = new WebKit2.WebsiteDataManager({
  base_data_directory: `${folder}/data`,
  base_cache_directory: `${folder}/cache`,
});
const web_context = new WebKit2.WebContext({ website_data_manager });
web_context.set_automation_allowed(true);
web_context.set_preferred_languages(['en']);

const http = new Soup.Session();
const geolocation = web_context.get_geolocation_manager();
let timer = 0;
function measure() {
  const message = Soup.Message.new('GET', positionUrl);
  http.send_and_read_async(message, GLib.PRIORITY_DEFAULT, null, (_session, result) => {
    try {
      const text = new TextDecoder().decode(http.send_and_read_finish(result).get_data());
      const { location, accuracy } = JSON.parse(text);
      geolocation.update_position(WebKit2.GeolocationPosition.new(location.lat, location.lng, accuracy));
    } catch (error) {
      geolocation.failed(String(error));
    }
  });
  return GLib.SOURCE_CONTINUE;
}
geolocation.connect('start', () => {
  measure();
  timer = GLib.timeout_add(GLib.PRIORITY_DEFAULT, EVERY_MS, measure);
  return true;
});
geolocation.connect('stop', () => GLib.source_remove(timer));

web_context.connect('automation-started', (_context, session) => {
  const about = WebKit2.ApplicationInfo.new();
  about.set_name('WebKitGTK');
  about.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version());
  session.set_application_info(about);
  session.connect('create-web-view', () => {
    const view = new WebKit2.WebView({ web_context, is_controlled_by_automation: true });
    view.get_settings().set_enable_write_console_messages_to_stdout(true);
    view.connect('permission-request', (_view, request) => {
      const isPosition = request instanceof WebKit2.GeolocationPermissionRequest;
      if (isPosition) request.allow();
      return isPosition;
    });
    const window = new Gtk.Window({ default_width: 800, default_height: 900 });
    window.add(view);
    window.show_all();
    return view;
  });
});
Gtk.main();
