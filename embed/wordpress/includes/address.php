<?php
/**
 * Addresses of scenarios and links of the calculator's pages.
 *
 * @package Lawgrade
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * What was typed as a scenario: its address, or a whole link that ends with it. The calculator itself says what it does
 * not know; here goes only what can be no address at all.
 *
 * @param mixed $typed What was typed.
 * @return string
 */
function lawgrade_address( $typed ) {
	if ( ! is_string( $typed ) || strlen( $typed ) > 20000 ) {
		return '';
	}
	$typed = trim( str_replace( '%23', '#', $typed ) );
	$hash  = strpos( $typed, '#' );
	$typed = false === $hash ? $typed : substr( $typed, $hash + 1 );
	return preg_match( '~^[A-Za-z0-9][\w.,/=:@%+-]*$~', $typed ) && false === strpos( $typed, '://' ) ? $typed : '';
}

/**
 * What a link of the calculator shows, as settings of a calculator.
 *
 * @param mixed $link A whole link.
 * @return array|null Nothing where it leads elsewhere, or to a page without a calculator.
 */
function lawgrade_of_link( $link ) {
	$home = lawgrade_home();
	if ( '' === $home || ! is_string( $link ) ) {
		return null;
	}
	$link  = trim( str_replace( '%23', '#', $link ) );
	$plain = preg_replace( '~^https?:~i', '', $link );
	$start = preg_replace( '~^https?:~i', '', $home );
	if ( 0 !== strncasecmp( $plain, $start, strlen( $start ) ) ) {
		return null;
	}
	$parts   = explode( '#', substr( $plain, strlen( $start ) ), 2 );
	$address = lawgrade_address( isset( $parts[1] ) ? $parts[1] : '' );
	$page    = preg_replace( '/\?.*$/', '', $parts[0] );
	$page    = preg_replace( '/\.html$/', '', $page );
	$spoken  = array();
	foreach ( lawgrade_build()['languages'] as $language ) {
		if ( $page === $language || substr( $page, -1 - strlen( $language ) ) === ".$language" ) {
			$spoken = array( 'lang' => $language );
			$page   = $page === $language ? '' : substr( $page, 0, -1 - strlen( $language ) );
			break;
		}
	}
	$shown = lawgrade_of_page( $page, $address );
	return null === $shown ? null : $shown + $spoken;
}

/**
 * What a page of the calculator shows.
 *
 * @param string $page    Its name in the folder, without ending and language.
 * @param string $address The address that the link carries.
 * @return array|null
 */
function lawgrade_of_page( $page, $address ) {
	$scenario = false !== strpos( $address, '/' );
	if ( in_array( $page, array( '', 'index', 'cards' ), true ) ) {
		return $scenario ? array( 'address' => $address ) : null;
	}
	if ( in_array( $page, array( 'connecticut', 'embed' ), true ) ) {
		return array( 'address' => $scenario ? $address : 'pic-2019/ct-2019' );
	}
	if ( ! preg_match( '~^frameworks/(?:embed-)?([a-z0-9-]+)(?:/([a-z0-9-]+))?$~', $page, $found ) ) {
		return null;
	}
	if ( ! in_array( $found[1], lawgrade_build()['frameworks'], true ) ) {
		return null;
	}
	if ( $scenario ) {
		return array( 'address' => $address );
	}
	if ( isset( $found[2] ) ) {
		return array( 'address' => "$found[1]/$found[2]" );
	}
	$views = array( 'ranking', 'spread', 'who', 'map', 'years' );
	return array(
		'framework' => $found[1],
		'view'      => in_array( $address, $views, true ) ? $address : 'ranking',
	);
}

/**
 * The address of a page of the calculator.
 *
 * @param array $set   Settings that lawgrade_settings() has looked at.
 * @param bool  $frame Whether the page for frames is asked for.
 * @return string
 */
function lawgrade_page( $set, $frame = false ) {
	$address   = $set['address'];
	$framework = preg_replace( '~[@/].*$~', '', $address );
	$framework = '' === $framework ? $set['framework'] : $framework;
	$own       = in_array( $framework, lawgrade_build()['frameworks'], true );
	$page      = $own ? 'frameworks/' . ( $frame ? 'embed-' : '' ) . $framework : ( $frame ? 'embed' : 'connecticut' );
	$spoken    = '' === $set['lang'] && lawgrade_speaks_spanish() ? 'es' : $set['lang'];
	if ( in_array( $spoken, lawgrade_build()['languages'], true ) ) {
		$page .= ".$spoken";
	}
	$place = '' === $address ? str_replace( 'ranking', 'overview', $set['view'] ) : $address;
	return lawgrade_home() . $page . '.html' . ( '' === $place ? '' : "#$place" );
}
