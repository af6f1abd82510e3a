<?php
/**
 * The calculator in a page: one way for the block, the shortcode and the link.
 *
 * @package Lawgrade
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Settings as they may stand in a page. What is none of the known values is left out.
 *
 * @param array $asked What an author has asked for.
 * @return array
 */
function lawgrade_settings( $asked ) {
	$asked += array_fill_keys( array( 'address', 'framework', 'view', 'parts', 'theme', 'lang', 'accent', 'height' ), '' );
	$one_of = function ( $value, $known ) {
		return is_string( $value ) && in_array( $value, $known, true ) ? $value : '';
	};

	$known = array( 'panel', 'provisions', 'tools' );
	$parts = is_array( $asked['parts'] ) ? $asked['parts'] : preg_split( '/[\s,]+/', (string) $asked['parts'] );
	$short = in_array( 'short', $parts, true );
	$parts = array_values( array_intersect( $known, $parts ) );
	$parts = count( $parts ) < count( $known ) ? implode( ' ', $parts ) : '';

	$height  = absint( $asked['height'] );
	$address = lawgrade_address( $asked['address'] );
	$own     = $one_of( $asked['framework'], lawgrade_build()['frameworks'] );
	$view    = $one_of( $asked['view'], array( 'ranking', 'spread', 'who', 'map', 'years' ) );
	return array(
		'address'   => '' === $own && '' === $address ? 'pic-2019/ct-2019' : $address,
		'framework' => $own,
		'view'      => $view,
		'parts'     => $short ? 'short' : $parts,
		'theme'     => $one_of( $asked['theme'], array( 'light', 'dark', 'system' ) ),
		'lang'      => $one_of( $asked['lang'], array_merge( array( 'en' ), lawgrade_build()['languages'] ) ),
		'accent'    => (string) sanitize_hex_color( is_string( $asked['accent'] ) ? $asked['accent'] : '' ),
		'height'    => $height >= 100 && $height <= 4000 ? (string) $height : '',
	);
}

/**
 * The code of a calculator. Inside is a link, for readers without scripts and for feeds.
 *
 * @param array  $asked What an author has asked for.
 * @param string $outer Attributes of the element around it, escaped.
 * @return string Nothing where nobody has said where the calculator is.
 */
function lawgrade_calculator( $asked, $outer = 'class="lawgrade-calculator"' ) {
	$home = lawgrade_home();
	if ( '' === $home ) {
		return '';
	}
	$set  = lawgrade_settings( $asked );
	$link = sprintf( '<a href="%s">%s</a>', esc_url( lawgrade_page( $set ) ), esc_html__( 'Open the calculator', 'lawgrade' ) );
	if ( is_feed() ) {
		return "<p>$link</p>";
	}
	lawgrade_enqueue();
	$accent = $set['accent'];
	unset( $set['accent'] );
	$attributes = '';
	foreach ( array_filter( $set + array( 'src' => $home ), 'strlen' ) as $name => $value ) {
		$attributes .= sprintf( ' %s="%s"', $name, 'src' === $name ? esc_url( $value ) : esc_attr( $value ) );
	}
	if ( '' !== $accent ) {
		$attributes .= sprintf( ' style="--lawgrade-accent: %s"', esc_attr( $accent ) );
	}
	// On one line: WordPress makes paragraphs of what stands on several.
	return "<div $outer><law-grade$attributes>$link</law-grade></div>";
}

/** Has the calculator's script loaded, from the calculator's own address and once. */
function lawgrade_enqueue() {
	$home = lawgrade_home();
	if ( '' !== $home ) {
		// Its address has no version: it is whatever the calculator's site has now.
		wp_enqueue_script( 'lawgrade', $home . 'embed.js', array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
	}
}

/**
 * The shortcode: `[lawgrade address="pic-2019/ct-2019" parts="panel tools" theme="dark" accent="#7a1f1f"]`. A link may
 * stand there in place of the address.
 *
 * @param array|string $asked Its attributes.
 * @return string
 */
function lawgrade_shortcode( $asked ) {
	$asked = is_array( $asked ) ? $asked : array();
	$typed = isset( $asked['address'] ) ? $asked['address'] : ( isset( $asked[0] ) ? $asked[0] : '' );
	$shown = lawgrade_of_link( $typed );
	$shown = null === $shown ? array( 'address' => $typed ) : $shown;
	unset( $asked['address'], $asked[0] );
	return lawgrade_calculator( $asked + $shown );
}

/**
 * Loads the script where a text has a place for the calculator, written by hand: `<div data-lawgrade="…">`.
 *
 * @param string $content A text, as readers get it.
 * @return string The same.
 */
function lawgrade_find_places( $content ) {
	if ( is_string( $content ) && preg_match( '/<[a-z][^>]*\sdata-lawgrade\b|<law-grade\b/i', $content ) && ! is_feed() ) {
		lawgrade_enqueue();
	}
	return $content;
}
