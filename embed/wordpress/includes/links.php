<?php
/**
 * A link of the calculator on a line of its own: it shows the scenario that the link carries, which no answer of the
 * calculator's site could, since a link's part behind # is never sent there.
 *
 * @package Lawgrade
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Has WordPress ask this plugin first. */
function lawgrade_register_links() {
	$home = lawgrade_home();
	if ( '' !== $home ) {
		$home = preg_replace( '~^https?:~i', '', $home );
		wp_embed_register_handler( 'lawgrade', '#^https?:' . preg_quote( $home, '#' ) . '#i', 'lawgrade_embed_link', 5 );
	}
}

/**
 * The calculator in place of a link.
 *
 * @param array  $found   What the pattern found.
 * @param array  $asked   Width and height, which do not count: it is as wide as the text and as high as its content.
 * @param string $link    The link.
 * @return string|false Nothing where it leads to a page without a calculator.
 */
function lawgrade_embed_link( $found, $asked, $link ) {
	$shown = lawgrade_of_link( html_entity_decode( $link ) );
	return null === $shown ? false : lawgrade_calculator( $shown );
}

/**
 * The preview in the editor's block for links: a frame, since what that block shows is sandboxed.
 *
 * @param mixed           $answer  What others answer.
 * @param WP_REST_Request $request What the editor asks, which WordPress has found that this person may.
 * @param string          $route   Where it asks.
 * @return mixed
 */
function lawgrade_preview_of_link( $answer, $request, $route ) {
	$shown = null === $answer && '/oembed/1.0/proxy' === $route ? lawgrade_of_link( $request['url'] ) : null;
	if ( null === $shown ) {
		return $answer;
	}
	$page = lawgrade_page( lawgrade_settings( $shown ), true );
	if ( isset( $shown['view'] ) ) {
		$page = str_replace( '.html', '.html?view=' . $shown['view'], $page );
	}
	return (object) array(
		'version'       => '1.0',
		'type'          => 'rich',
		'provider_name' => 'Lawgrade',
		'title'         => __( 'Lawgrade: what a change in the law would do to its grade', 'lawgrade' ),
		'html'          => sprintf(
			'<iframe src="%s" title="%s" width="100%%" height="700" frameborder="0"></iframe>',
			esc_url( $page ),
			esc_attr__( 'Lawgrade: what a change in the law would do to its grade', 'lawgrade' )
		),
	);
}
