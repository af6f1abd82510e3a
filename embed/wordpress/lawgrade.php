<?php
/**
 * Plugin Name:       Lawgrade
 * Description:       Puts a calculator into posts and pages that shows what a change in the law would do to a legislative report card: as a block, a shortcode, or its link on a line of its own.
 * Version:           [[version]]
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The Lawgrade authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       lawgrade
 * Domain Path:       /languages
 *
 * @package Lawgrade
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

require_once __DIR__ . '/includes/build.php';
require_once __DIR__ . '/includes/address.php';
require_once __DIR__ . '/includes/calculator.php';
require_once __DIR__ . '/includes/block.php';
require_once __DIR__ . '/includes/links.php';
require_once __DIR__ . '/includes/settings.php';

add_action( 'init', 'lawgrade_load_translation', 1 );
add_action( 'init', 'lawgrade_register_block' );
add_action( 'init', 'lawgrade_register_links' );
add_action( 'enqueue_block_editor_assets', 'lawgrade_tell_editor' );
add_filter( 'load_script_translation_file', 'lawgrade_script_translation', 10, 3 );
add_filter( 'rest_dispatch_request', 'lawgrade_preview_of_link', 10, 3 );
add_shortcode( 'lawgrade', 'lawgrade_shortcode' );

foreach ( array( 'the_content', 'widget_block_content', 'widget_text' ) as $lawgrade_hook ) {
	add_filter( $lawgrade_hook, 'lawgrade_find_places', 20 );
}

add_action( 'admin_init', 'lawgrade_register_setting' );
add_action( 'admin_menu', 'lawgrade_add_settings_page' );
add_action( 'admin_notices', 'lawgrade_ask_for_home' );
add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), 'lawgrade_settings_link' );
