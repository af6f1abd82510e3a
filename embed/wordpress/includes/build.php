<?php
/**
 * What the build of the calculator has told this plugin, and in which language it speaks.
 *
 * @package Lawgrade
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * What the build wrote: `home`, the address of the calculator's folder, or nothing where the build did not know it;
 * `languages`, those with pages of their own beside English; `frameworks`, those with pages of their own.
 *
 * @return array
 */
function lawgrade_build() {
	static $build = null;
	if ( null === $build ) {
		$build  = wp_json_file_decode( dirname( __DIR__ ) . '/build.json', array( 'associative' => true ) );
		$build  = is_array( $build ) ? $build : array();
		$build += array(
			'home'       => '',
			'languages'  => array(),
			'frameworks' => array(),
		);
	}
	return $build;
}

/**
 * The address of the calculator's folder, with a slash at its end; nothing where nobody has said it. Scripts are loaded
 * from there, so only who may write scripts into pages can set it: see settings.php. `LAWGRADE_HOME` in wp-config.php
 * comes before all else.
 *
 * @return string
 */
function lawgrade_home() {
	if ( defined( 'LAWGRADE_HOME' ) ) {
		return lawgrade_folder( LAWGRADE_HOME );
	}
	$set = get_option( 'lawgrade_home', '' );
	return lawgrade_folder( is_string( $set ) && '' !== $set ? $set : lawgrade_build()['home'] );
}

/**
 * The folder of an address, which may name a page in it.
 *
 * @param mixed $address What was typed.
 * @return string Nothing where it is no address of the web.
 */
function lawgrade_folder( $address ) {
	// WordPress would make an address of any word.
	$whole   = is_string( $address ) && preg_match( '~^\s*https?://[^/\s]~i', $address );
	$address = $whole ? esc_url_raw( trim( $address ), array( 'http', 'https' ) ) : '';
	$address = preg_replace( '/[?#].*$/', '', $address );
	$address = preg_replace( '~(?<=[^/:])/[^/]*\.html?$~', '', $address );
	return '' === $address ? '' : trailingslashit( $address );
}

/**
 * Whether the person or the page speaks Spanish, of whichever country.
 *
 * @return bool
 */
function lawgrade_speaks_spanish() {
	return 0 === strpos( determine_locale(), 'es' );
}

/** Loads the one translation, which is for all countries that speak Spanish. */
function lawgrade_load_translation() {
	if ( lawgrade_speaks_spanish() ) {
		load_textdomain( 'lawgrade', dirname( __DIR__ ) . '/languages/lawgrade-es.mo' );
	}
}

/**
 * The same for the script of the block.
 *
 * @param string|false $file   Where WordPress looks.
 * @param string       $handle Of which script.
 * @param string       $domain Of which plugin.
 * @return string|false
 */
function lawgrade_script_translation( $file, $handle, $domain ) {
	if ( 'lawgrade' !== $domain || ! lawgrade_speaks_spanish() ) {
		return $file;
	}
	return dirname( __DIR__ ) . '/languages/lawgrade-es.json';
}
